import type { ApiAccess } from '../../cluster';
import { GkeApiAccess } from '../api-access';
import type { GkeCommonProps } from '../cluster-props';
import { GkeNotifications } from '../notifications';

/** What a cluster gets that nobody has said a word of. */
export interface DefaultedProps {
  readonly apiAccess: ApiAccess | GkeApiAccess;
  readonly binaryAuthorization: boolean;
  readonly notifications: GkeNotifications;
}

/** The same props, with the words of those that are not said. */
export function withDefaults<Props extends GkeCommonProps>(props: Props): Props & DefaultedProps {
  return {
    ...props,
    apiAccess: props.apiAccess ?? GkeApiAccess.identityGated(),
    binaryAuthorization: props.binaryAuthorization ?? true,
    notifications: props.notifications ?? GkeNotifications.own(),
  };
}
