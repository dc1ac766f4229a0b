import { randomUUID } from 'node:crypto';
import type { Answer, Asked } from './exchange';

/**
 * Replacement of the machines of an Auto Scaling group, which moto does not have. Its machines are none, so each is over at once.
 *
 * - `StartInstanceRefresh`, `DescribeInstanceRefreshes`
 */
export class InstanceRefreshes {
  private readonly refreshes = new Map<string, readonly string[]>();

  /** `undefined` for a call about something else. */
  public answer({ body }: Asked): Answer | undefined {
    const asks = new URLSearchParams(body);
    const group = asks.get('AutoScalingGroupName') ?? '';
    const known = this.refreshes.get(group) ?? [];
    if (asks.get('Action') === 'StartInstanceRefresh') {
      const id = randomUUID();
      this.refreshes.set(group, [id, ...known]);
      return xml('StartInstanceRefresh', `<InstanceRefreshId>${id}</InstanceRefreshId>`);
    }
    if (asks.get('Action') !== 'DescribeInstanceRefreshes') return undefined;
    const members = known.map(
      (id) =>
        `<member><InstanceRefreshId>${id}</InstanceRefreshId><AutoScalingGroupName>${group}</AutoScalingGroupName><Status>Successful</Status></member>`,
    );
    return xml('DescribeInstanceRefreshes', `<InstanceRefreshes>${members.join('')}</InstanceRefreshes>`);
  }
}

function xml(action: string, inner: string): Answer {
  const body = `<${action}Response xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><${action}Result>${inner}</${action}Result></${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}
