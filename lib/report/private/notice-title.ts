import type { NoticeKind } from '../record';

/** What stands before a notice, on a page and on a terminal. */
export const NOTICE_TITLE: Readonly<Record<NoticeKind, string>> = {
  override: 'Override',
  lock: 'Lock',
  blocked: 'Blocked',
  relations: 'Together',
  accepted: 'Accepted',
};
