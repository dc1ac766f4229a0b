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

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** An answer in JSON. */
export function answerJson(body: Json, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A refusal in the words of EKS. */
export function refuse(status: number, type: string, message: string): Answer {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type };
  return { status, headers, body: JSON.stringify({ message }) };
}

/** An object of JSON out of a text; an empty text is an empty object. */
export function readJson(text: string): Json {
  return (text === '' ? {} : JSON.parse(text)) as Json;
}
