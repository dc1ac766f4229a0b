/** The region that every story plays in. */
export const REGION = 'eu-west-1';

/** Versions of the two services that speak the query protocol. */
const QUERY_VERSIONS: Readonly<Record<string, string>> = {
  ec2: '2016-11-15',
  iam: '2010-05-08',
  autoscaling: '2011-01-01',
};

export interface MotoCall {
  readonly service: string;
  /** Of the query protocol. */
  readonly action?: string;
  /** Beside the action. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Of the JSON protocol. */
  readonly target?: string;
  readonly body?: string;
  /** Of the REST protocol. */
  readonly path?: string;
}

/** Calls moto as a signed client would; it takes the service from the signature and checks no signature. */
export async function motoCall(url: string, call: MotoCall): Promise<string> {
  const { service, action, target, body, path = '/', parameters = {} } = call;
  const credential = `test/20260101/${REGION}/${service}/aws4_request`;
  const headers: Record<string, string> = {
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
    ...(action === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(target === undefined ? {} : { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target }),
  };
  const form = { Action: String(action), Version: QUERY_VERSIONS[service] ?? '', ...parameters };
  const sent = action === undefined ? body : new URLSearchParams(form).toString();
  const method = sent === undefined ? 'GET' : 'POST';
  const response = await fetch(`${url}${path}`, { method, headers, body: sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`moto answered ${service} ${action ?? target ?? path} with ${text}`);
  return text;
}
