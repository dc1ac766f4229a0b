import type { TagChange } from './eks-tags';

/** A call of the provider's, as far as it decides the answer. */
export interface Asked {
  /** The service that the call is signed for. */
  readonly service: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What comes back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** moto's account. */
export const ACCOUNT = '123456789012';

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** Things of one kind that belong to a cluster and that moto does not know. */
export interface Collection {
  /** @param rest - what stands in the path behind the name of the kind */
  answer(asked: Asked, rest: readonly string[]): Answer;
  /** Whether one of the things is the one that was to be tagged. */
  tag(arn: string, change: TagChange): boolean;
}

/** An answer in JSON. */
export function answerJson(body: Json, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A refusal in the words of EKS. */
export function refuse(status: number, type: string, message: string): Answer {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type };
  return { status, headers, body: JSON.stringify({ message }) };
}

/** Says so, and lets the story fail: the calls that nobody answers are counted. */
export function unanswered({ method, path }: Asked): Answer {
  return refuse(501, 'NotImplemented', `nobody answers ${method} ${path}`);
}

/** An object of JSON out of a text; an empty text is an empty object. */
export function readJson(text: string): Json {
  return (text === '' ? {} : JSON.parse(text)) as Json;
}
