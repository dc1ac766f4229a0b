import type { ProviderId } from './types';

/**
 * What machines have in common that differ in size only: `m7i` of `m7i.large`, `n2-standard` of `n2-standard-4`,
 * `Ds_v5` of `Standard_D4s_v5`. A name of another form is a family of its own.
 */
export function familyOf(provider: ProviderId, type: string): string {
  switch (provider) {
    case 'aws':
      return type.replace(/\..*$/, '');
    case 'gcp':
      return type.replace(/-[^-]*$/, '');
    case 'azure':
      return type.replace(/^(?:Standard_)?([A-Za-z]+)\d+(?:-\d+)?/, '$1');
  }
}
