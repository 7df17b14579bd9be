import { type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';

interface OperationFacts {
  readonly documentAST?: DocumentNode;
  readonly operationName?: string;
  readonly operations?: OperationDefinitionNode[];
}

/** What can be run in a text: its operations, the first of them chosen. Nothing for a text that is being written. */
export function operationFacts(query: string): OperationFacts {
  try {
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter((one) => one.kind === 'OperationDefinition');
    return { documentAST, operations, operationName: operations[0]?.name?.value };
  } catch {
    return {}; // the editor marks where it does not parse
  }
}

/** The operation to run: the chosen one if the text has it, otherwise its first. What was written a moment ago counts. */
export function operationToRun(query: string, chosen: string | null | undefined): string | undefined {
  const { operations = [], operationName } = operationFacts(query);
  return operations.some(({ name }) => name?.value === chosen) ? (chosen ?? undefined) : operationName;
}
