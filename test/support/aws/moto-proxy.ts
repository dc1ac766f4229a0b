import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { correctEc2 } from './private/ec2-corrections';
import { EksBesideMoto } from './private/eks-beside-moto';
import type { Answer, Asked } from './private/exchange';
import { InstanceRefreshes } from './private/instance-refreshes';
import { KeyRotations } from './private/key-rotations';
import { correctTemplateTags } from './private/launch-template-tags';
import { PlacementGroups } from './private/placement-groups';
import { RuleDescriptions } from './private/rule-descriptions';
import { SsmActivations } from './private/ssm-activations';

/**
 * Stands between the provider and moto. What moto knows it answers, corrected where it is wrong in a way that a plan would show; the
 * calls of EKS, EC2 and SSM that moto lacks are answered here, out of what was told by earlier calls and out of nothing else. Every correction says why it is one.
 */
export class MotoProxy {
  public static async start(motoUrl: string): Promise<MotoProxy> {
    const proxy = new MotoProxy(motoUrl);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** Calls that nobody could answer; a test that passes in spite of one has proved less than it says. */
  public readonly unanswered: string[] = [];
  private readonly server: Server;
  private readonly eks: EksBesideMoto;
  private readonly descriptions = new RuleDescriptions();
  private readonly rotations = new KeyRotations();
  private readonly beside: Readonly<Record<string, { answer(asked: Asked): Answer | undefined }>> = {
    autoscaling: new InstanceRefreshes(),
    ec2: new PlacementGroups(),
    ssm: new SsmActivations(),
  };

  private constructor(private readonly motoUrl: string) {
    this.eks = new EksBesideMoto(motoUrl);
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        this.unanswered.push(String(error));
        response.writeHead(500).end(String(error));
      });
    });
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    const answer = await this.answer(asked);
    if (answer.status >= 500) this.unanswered.push(`${asked.service} ${asked.method} ${asked.path}`);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  private async answer(asked: Asked): Promise<Answer> {
    const forward = () => this.forward(asked);
    if (asked.service === 'eks') return this.eks.answer(asked, forward);
    const own = this.beside[asked.service]?.answer(asked);
    if (own !== undefined) return own;
    const answer = await forward();
    if (asked.service === 'kms') return this.rotations.correct(asked, answer);
    if (asked.service !== 'ec2') return answer;
    const described = this.descriptions.correct(asked.body, correctEc2(asked.body, answer.body));
    return { ...answer, body: await correctTemplateTags(this.motoUrl, asked.body, described) };
  }

  private async forward({ method, path, headers, body }: Asked): Promise<Answer> {
    const response = await fetch(`${this.motoUrl}${path}`, {
      method,
      headers,
      body: method === 'GET' || method === 'HEAD' ? undefined : body,
    });
    const kept = [...response.headers].filter(([name]) => /^(content-type|x-amzn?-.*)$/.test(name));
    return { status: response.status, headers: Object.fromEntries(kept), body: await response.text() };
  }
}

/** What fetch writes by itself. */
const OWN_HEADERS = ['connection', 'content-length', 'transfer-encoding', 'expect'];

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).filter(([name]) => !OWN_HEADERS.includes(name));
  const signed = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(
    request.headers.authorization ?? '',
  );
  return {
    service: signed?.[1] ?? 'unsigned',
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
