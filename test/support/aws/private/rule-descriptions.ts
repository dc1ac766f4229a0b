/** moto forgets what is said about a rule that names another security group, so every plan would say it once more. */
export class RuleDescriptions {
  private readonly descriptions = new Map<string, string>();

  /** The answer to a call of EC2, with the descriptions of rules in it. */
  public correct(asked: string, answer: string): string {
    const asks = new URLSearchParams(asked);
    if (/^AuthorizeSecurityGroup/.test(asks.get('Action') ?? '')) this.remember(asks, answer);
    if (asks.get('Action') !== 'DescribeSecurityGroupRules') return answer;
    return answer.replace(/<securityGroupRuleId>([^<]+)<\/securityGroupRuleId>/g, (element, id: string) => {
      const description = this.descriptions.get(id);
      return description === undefined ? element : `${element}<description>${description}</description>`;
    });
  }

  private remember(asks: URLSearchParams, answer: string): void {
    const description = asks.get('IpPermissions.1.Groups.1.Description');
    const ids = [...answer.matchAll(/<securityGroupRuleId>([^<]+)</g)].map(([, id = '']) => id);
    // the provider makes one rule at a time; of several it would not be clear which is which
    if (description !== null && ids.length === 1) this.descriptions.set(String(ids[0]), inText(description));
  }
}

function inText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
