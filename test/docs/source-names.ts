import { existsSync, readFileSync } from 'node:fs';
import * as ts from 'typescript';

/** What a source file exports: `Name`, and `Name.member` for what its interfaces, classes and enums have and others see. */
export const declaredNames = remembered((file) => {
  const names = new Set<string>();
  for (const statement of parse(file).statements) {
    if (ts.isVariableStatement(statement) && isExported(statement)) {
      for (const { name } of statement.declarationList.declarations) names.add(name.getText());
    } else if (
      ts.isInterfaceDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement) ||
      ts.isFunctionDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    ) {
      const owner = statement.name?.text;
      if (owner === undefined || !isExported(statement)) continue;
      names.add(owner);
      for (const member of 'members' in statement ? statement.members : []) {
        if (member.name !== undefined && isPublic(member)) names.add(`${owner}.${member.name.getText()}`);
      }
    }
  }
  return names;
});

/** Titles of the tests of a file, those of a table as they are written, without the titles of what they stand in. */
export const testTitles = remembered((file) => {
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title) && isTest(node.expression))
        titles.add(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return titles;
});

/** `it(…)`, `it.each(…)(…)`, `test.each`…`(…)`; nothing that is skipped. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'it' || callee.text === 'test';
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === 'each' && isTest(callee.expression);
  if (ts.isCallExpression(callee)) return isTest(callee.expression);
  return ts.isTaggedTemplateExpression(callee) && isTest(callee.tag);
}

function isExported(node: ts.Node): boolean {
  return modifiersOf(node).includes(ts.SyntaxKind.ExportKeyword);
}

function isPublic(node: ts.Node): boolean {
  const modifiers = modifiersOf(node);
  return (
    !modifiers.includes(ts.SyntaxKind.PrivateKeyword) && !modifiers.includes(ts.SyntaxKind.ProtectedKeyword)
  );
}

function modifiersOf(node: ts.Node): readonly ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(({ kind }) => kind) : [];
}

function parse(file: string): ts.SourceFile {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function remembered(read: (file: string) => ReadonlySet<string>): (file: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (file) => {
    const names = known.get(file) ?? read(file);
    known.set(file, names);
    return names;
  };
}
