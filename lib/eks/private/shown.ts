import { Token } from 'cdktf';

/** A value in the middle of a message; what the engine puts in place of one that Terraform fills in would tell nobody anything. */
export function shown(value: string): string {
  return Token.isUnresolved(value) ? 'what Terraform fills in' : `'${value}'`;
}

/** A value that a message gives for the record, in parentheses and with a space before; nothing for one that Terraform fills in. */
export function inParentheses(value: string): string {
  return Token.isUnresolved(value) ? '' : ` (${value})`;
}
