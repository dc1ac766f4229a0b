import { motoCall } from './moto-call';

const ID = /<launchTemplateId>([^<]+)<\/launchTemplateId>/g;
const TAGS = /<tagSet>.*?<\/tagSet>|<tagSet\s*\/>/s;

/**
 * The answer to DescribeLaunchTemplates about one template, with the tags that it has now: moto tells those that it was made with, and
 * knows the others when it is asked for tags.
 */
export async function correctTemplateTags(motoUrl: string, asked: string, answer: string): Promise<string> {
  if (new URLSearchParams(asked).get('Action') !== 'DescribeLaunchTemplates') return answer;
  const [found, ...more] = [...answer.matchAll(ID)];
  if (found === undefined || more.length > 0) return answer;
  const [element, id = ''] = found;
  const tags = await motoCall(motoUrl, {
    service: 'ec2',
    action: 'DescribeTags',
    parameters: { 'Filter.1.Name': 'resource-id', 'Filter.1.Value.1': id },
  });
  const current = TAGS.exec(tags)?.[0] ?? '';
  return answer.replace(TAGS, '').replace(element, `${element}${current}`);
}
