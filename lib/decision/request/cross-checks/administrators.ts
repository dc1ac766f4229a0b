import { quote } from '../../../document/wording';
import { ADMINISTRATOR, awsPrincipal, googleMember } from '../security-schema';
import type { RequestView } from './view';

/** Names become parts of Terraform addresses, and nobody is an administrator twice. */
export function checkAdministrators(view: RequestView): void {
  for (const cluster of view.clusters) {
    for (const [cloud, schema] of [
      ['aws', awsPrincipal],
      ['google', googleMember],
    ] as const) {
      const seen = new Map<string, string>();
      for (const name of view.keys([...cluster, 'administrators', cloud])) {
        const path = [...cluster, 'administrators', cloud, name];
        if (!ADMINISTRATOR.test(name)) {
          view.reportKey(
            path,
            `the name of an administrator must be 1 to 40 letters, digits and hyphens that begin with a letter; found ${quote(name)}`,
          );
        }
        const principal = view.valid(path, schema);
        if (principal === undefined) continue;
        const other = seen.get(principal);
        if (other === undefined) seen.set(principal, name);
        else
          view.reportValue(
            path,
            `must differ from every other administrator; found that of ${quote(other)} again`,
          );
      }
    }
  }
}
