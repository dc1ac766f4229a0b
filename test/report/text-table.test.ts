import { textWidth } from '../../lib/report/private/text-width';
import {
  renderPlainTable,
  renderTextTable,
  type TextTable,
  widthOfColumns,
} from '../../lib/report/text-table';

const TABLE: TextTable = {
  columns: [
    { head: 'Place', align: 'left' },
    { head: '$', align: 'right' },
  ],
  noteHead: 'Why',
  rows: [
    { cells: ['fra', '9.50'], note: 'one two three', paint: (text) => `<${text}>` },
    { cells: ['東京', '10.00'], note: '', paint: (text) => text },
  ],
  width: 24,
  narrowestNote: 8,
};

describe('a table of text', () => {
  it.each([
    ['frankfurt', 9],
    ['naïve – 2 × x…', 14],
    ['東京', 4],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['🚀 up', 5],
    ['⌚', 2],
    ['', 0],
  ])('knows how many columns %j takes', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('draws notes beside their rows where they fit, and paints text without what fills it up', () => {
    expect(widthOfColumns(TABLE)).toBe(14);
    expect(renderTextTable(TABLE)).toEqual([
      'Place      $  Why',
      '─────────────────────',
      '<fra>     <9.50>  <one two>',
      '              <three>',
      '東京   10.00',
    ]);
  });

  it('draws them below where they do not', () => {
    expect(renderTextTable({ ...TABLE, narrowestNote: 12 })).toEqual([
      'Place      $',
      '────────────',
      '<fra>     <9.50>',
      '    <one two three>',
      '東京   10.00',
    ]);
  });

  it('has no note column without a head for it', () => {
    expect(renderTextTable({ ...TABLE, noteHead: '' })).toEqual([
      'Place      $',
      '────────────',
      '<fra>     <9.50>',
      '東京   10.00',
    ]);
  });

  it('is as wide as its cells where nothing may be cut, without blanks at the end of a line', () => {
    const long = 'https://prices.example/'.padEnd(300, 'x');
    expect(
      renderPlainTable(
        [{ head: 'Source' }, { head: 'Rows', align: 'right' }, { head: '東' }],
        [
          [long, '12', 'read'],
          ['list', '1,200', ''],
        ],
      ),
    ).toEqual([
      `${'Source'.padEnd(300)}   Rows  東`,
      '─'.repeat(300 + 2 + 5 + 2 + 4),
      `${long}     12  read`,
      `${'list'.padEnd(300)}  1,200`,
    ]);
  });
});
