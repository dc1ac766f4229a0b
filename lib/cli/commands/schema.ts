import type { Command } from 'commander';
import type { CommandContext } from '../context';
import { EXIT } from '../exit-codes';

/** `kubewhere schema`: the JSON Schema of the request file, for editors and for other tools. */
export function addSchemaCommand(program: Command, { io, tools, finish }: CommandContext): void {
  program
    .command('schema')
    .description('print the JSON Schema of the request file')
    .addHelpText(
      'after',
      `
Examples:
  kubewhere schema > request.schema.json
  # then, as the first line of the request, for completion in the editor:
  # yaml-language-server: $schema=request.schema.json`,
    )
    .action(() => {
      io.stdout.write(`${JSON.stringify(tools.requestJsonSchema(), null, 2)}\n`);
      finish(EXIT.ok);
    });
}
