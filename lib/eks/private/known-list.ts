import { Token } from 'cdktf';

/**
 * Why a list that Terraform fills in as a whole will not do where its items are joined with others, or written one by one; empty for
 * a list whose items are given, each of which may be filled in.
 */
export function describeUnknownList(label: string, list: readonly unknown[] | undefined): readonly string[] {
  if (list === undefined || !Token.isUnresolved(list)) return [];
  return [
    `${label} must be known at synthesis as a list; give its items, each of which Terraform may fill in`,
  ];
}
