import { Option } from 'commander';
import { CommandError } from './command-error';
import { mustBeOneOf } from './suggest';
import type { Tools } from './tools';

/** An option that takes one of a few values; a wrong one is answered with the nearest. */
export function choiceOption(flags: string, description: string, allowed: () => readonly string[]): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (!allowed().includes(value))
      throw new CommandError(`'${flags.split(' ')[0]}' ${mustBeOneOf(value, allowed())}`);
    return value;
  });
}

/** `--overlay`, once for each file. */
export function overlayOption(): Option {
  return new Option('--overlay <file>', 'own prices and facts over those of the package; may be repeated')
    .default([], 'none')
    .argParser(collect);
}

/** Gathers an option that may be given more than once. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** `--platform`, the same on every command that decides. */
export function platformOption(tools: Tools): Option {
  return choiceOption(
    '--platform <id>',
    'build every cluster on this platform, whatever the ranking says',
    () => tools.platforms(),
  );
}
