import { dirname, join } from 'node:path';
import ts from 'typescript';
import { codegenRecipe, moduleOfRecipes, recipes } from '../src/recipes';
import { REPOSITORY } from '../src/running-stack';

const CONFIG = join(REPOSITORY, 'libs/client/tsconfig.json');

/** What the compiler says of a text, as if it stood in the client library's folder. */
function faultsOf(text: string): string[] {
  const { config } = ts.readConfigFile(CONFIG, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(CONFIG));
  const path = join(dirname(CONFIG), 'recipes-of-the-page.ts');
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.readFile = (name) => (name === path ? text : readFile(name));
  host.getSourceFile = (name, version, ...rest) =>
    name === path ? ts.createSourceFile(name, text, version) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([path], { ...options, isolatedModules: false }, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the recipes of docs/frontend.md', () => {
  it('are there, and most of them say what they print', () => {
    const { expected } = moduleOfRecipes();
    expect([recipes('ts').length > 10, expected.length > 10]).toEqual([true, true]);
  });

  it('fit the types of the client library', () => expect(faultsOf(moduleOfRecipes().source)).toEqual([]));

  it('would be refused with a mistake', () =>
    expect(faultsOf(moduleOfRecipes().source.replace('data.complaints', 'data.complaintz')).join()).toMatch(
      /complaintz/,
    ));

  it('configure graphql-codegen with what the package offers', () => {
    const text = codegenRecipe().replace("'@charter/client/codegen'", "'./codegen.cjs'");
    expect(faultsOf(text.replace('import', '// @ts-expect-error it is JavaScript\nimport'))).toEqual([]);
  });
});
