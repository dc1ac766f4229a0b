import { Writable } from 'node:stream';
import { sink } from '../../lib/cli/process-io';

/** A stream whose reader answers every write with an error of this code. */
const broken = (code: string) =>
  Object.assign(
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
      autoDestroy: false,
    }),
    { isTTY: false, columns: 80 },
  );

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('drops the rest in silence when the reader has gone', async () => {
  const failures: string[] = [];
  const out = sink(broken('EPIPE'), (error) => failures.push(error.message));
  out.write('one');
  await nextTurn();
  out.write('two');
  await nextTurn();
  expect(failures).toEqual([]);
});

test('tells once when the output cannot be written', async () => {
  const failures: string[] = [];
  const out = sink(broken('ENOSPC'), (error) => failures.push(error.message));
  out.write('one');
  await nextTurn();
  out.write('two');
  await nextTurn();
  expect(failures).toEqual(['ENOSPC']);
});
