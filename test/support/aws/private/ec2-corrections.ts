/** moto's answers of EC2, where they are wrong in a way that Terraform would show as a change. */
export function correctEc2(asked: string, answer: string): string {
  const action = new URLSearchParams(asked).get('Action');
  // The tags of the template itself come back among those that it gives to machines, so every plan would take them away
  return action === 'DescribeLaunchTemplateVersions' ? withoutOwnTags(answer) : answer;
}

function withoutOwnTags(xml: string): string {
  return xml.replace(
    /<item>\s*<resourceType>launch-template<\/resourceType>\s*<tagSet>.*?<\/tagSet>\s*<\/item>/gs,
    '',
  );
}
