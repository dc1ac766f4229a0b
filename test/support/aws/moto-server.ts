import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const READY = /Running on (http:\/\/127\.0\.0\.1:\d+)/;
const START_MS = 60_000;

/** A moto in a process of its own, with AWS's managed policies. */
export class MotoServer {
  public static async start(binary: string): Promise<MotoServer> {
    const child = spawn(binary, ['-H', '127.0.0.1', '-p', '0'], {
      // else a policy of AWS's cannot be attached, as there is none
      env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return new MotoServer(child, await addressOf(child));
  }

  private constructor(
    private readonly child: ChildProcess,
    public readonly url: string,
  ) {}

  public async stop(): Promise<void> {
    const closed = once(this.child, 'close');
    this.child.kill();
    await closed;
  }
}

/** moto picks a free port and says which. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`moto_server ${why}:\n${said}`));
    const timer = setTimeout(() => {
      child.kill();
      fail('did not start');
    }, START_MS);
    child.on('error', reject);
    child.on('close', () => fail('ended'));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000);
      const url = READY.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}
