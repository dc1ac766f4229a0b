import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';

/** A price list on this machine. Its answers have the documented form; the figures in them are plausible, not live. */
export interface PriceServer {
  readonly url: string;
  /** What was asked, in order: the bodies for AWS, the addresses for Google. */
  readonly asked: string[];
  /** Answers that come first, instead of a real one. */
  readonly failures: { readonly status: number; readonly body: unknown }[];
  close(): Promise<void>;
}

interface Product {
  readonly serviceCode: string;
  readonly product: {
    readonly productFamily?: string;
    readonly attributes: Readonly<Record<string, string>>;
  };
}

interface GetProducts {
  readonly ServiceCode: string;
  readonly Filters: readonly { readonly Type: string; readonly Field: string; readonly Value: string }[];
  readonly NextToken?: string;
}

const read = (name: string) => JSON.parse(readFileSync(join(__dirname, 'answers', name), 'utf8'));

/** AWS products, to be changed by a test before they are served. */
export const awsProducts = (): Product[] => read('aws-products.json');

/** Google SKUs, likewise. */
export const gcpSkus = (): Record<string, unknown>[] => read('gcp-skus.json').skus;

/** Answers GetProducts as the service does: products with all attributes that are asked for, a page at a time. */
export function serveAws(products: readonly unknown[] = awsProducts(), pageSize = 2): Promise<PriceServer> {
  return serve((body) => {
    const { ServiceCode, Filters, NextToken } = JSON.parse(body) as GetProducts;
    const matching = (products as readonly Product[]).filter(
      ({ serviceCode, product }) =>
        serviceCode === ServiceCode &&
        Filters.every(({ Field, Value }) =>
          Field === 'productFamily' ? product.productFamily === Value : product.attributes[Field] === Value,
        ),
    );
    const from = Number(NextToken ?? 0);
    const next = from + pageSize;
    return {
      FormatVersion: 'aws_v1',
      PriceList: matching.slice(from, next).map((product) => JSON.stringify(product)),
      ...(next < matching.length ? { NextToken: String(next) } : {}),
    };
  }, 'application/x-amz-json-1.1');
}

/** Answers skus.list as the service does, a page at a time. */
export function serveGcp(skus: readonly unknown[] = gcpSkus(), pageSize = 5): Promise<PriceServer> {
  return serve((_, url) => {
    const from = Number(url.searchParams.get('pageToken') ?? 0);
    const next = from + pageSize;
    return {
      skus: skus.slice(from, next),
      nextPageToken: next < skus.length ? String(next) : '',
    };
  }, 'application/json');
}

function serve(answer: (body: string, url: URL) => unknown, contentType: string): Promise<PriceServer> {
  const asked: string[] = [];
  const failures: { status: number; body: unknown }[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push(body === '' ? (request.url ?? '') : body);
      const failure = failures.shift();
      const content = failure?.body ?? answer(body, new URL(request.url ?? '/', 'http://localhost'));
      send(response, failure?.status ?? 200, content, contentType);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${portOf(server)}`, asked, failures, close: () => closed(server) });
    });
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, content: unknown, contentType: string): void {
  response.writeHead(status, { 'content-type': contentType });
  response.end(typeof content === 'string' ? content : JSON.stringify(content));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
