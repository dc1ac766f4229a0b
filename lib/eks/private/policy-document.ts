/** One statement of an IAM or key policy, in IAM's own words. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Action: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What IAM fills in when it decides, such as `${aws:PrincipalTag/team}`; Terraform knows nothing that starts like it. */
const IAM_VARIABLE = /\$\{(?=[a-z0-9-]+:|[*?$]\})/g;

/** The policy as JSON text; tokens inside are filled in by Terraform, variables of IAM by IAM. */
export function renderPolicy(...statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }).replaceAll(IAM_VARIABLE, '$$$${');
}
