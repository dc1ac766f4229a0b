import { join } from 'node:path';
import {
  type GrpcObject,
  loadPackageDefinition,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceClientConstructor,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** Answers one request; `connection` tells the provider configurations of one Terraform process apart. */
// biome-ignore lint/suspicious/noExplicitAny: the messages are typed where each handler is written
export type Handler = (request: any, connection: string) => object;

/** A running gRPC server for one provider, on a free port of the loopback address. */
export class ProviderServer {
  public static async start(handlers: Readonly<Record<string, Handler>>): Promise<ProviderServer> {
    const definition = loadSync(join(__dirname, 'tfplugin5.proto'), {
      keepCase: true,
      longs: Number,
      enums: String,
      defaults: true,
    });
    const { Provider } = loadPackageDefinition(definition).tfplugin5 as GrpcObject;
    const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
    server.addService(
      (Provider as ServiceClientConstructor).service,
      Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, unary(name, handler)])),
    );
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    return new ProviderServer(server, port);
  }

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  /** How Terraform is told to use this process and not a plugin of its own. */
  public get reattachConfig(): object {
    return {
      Protocol: 'grpc',
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'tcp', String: `127.0.0.1:${this.port}` },
    };
  }

  public stop(): void {
    this.server.forceShutdown();
  }
}

function unary(name: string, handler: Handler) {
  return (call: ServerUnaryCall<unknown, object>, callback: sendUnaryData<object>): void => {
    try {
      callback(null, handler(call.request, call.getPeer()));
    } catch (error) {
      // the text reaches the reader through Terraform's own error output
      callback({ code: status.INTERNAL, details: `simulated provider, ${name}: ${String(error)}` });
    }
  };
}
