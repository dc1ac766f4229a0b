import type { Command } from 'commander';
import type { CommandContext } from '../context';
import { addCheckCommand } from './catalog-check';
import { addRefreshCommand } from './catalog-refresh';
import { addShowCommand } from './catalog-show';

/** `kubewhere catalog`: the facts that decisions draw on. */
export function addCatalogCommand(program: Command, context: CommandContext): void {
  const catalog = program
    .command('catalog')
    .description('show, check and refresh the prices and facts that decisions draw on');
  addShowCommand(catalog, context);
  addCheckCommand(catalog, context);
  addRefreshCommand(catalog, context);
}
