import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';

/** Values of the variables that `@skip` and `@include` read. */
export type Switched = Readonly<Record<string, boolean>>;

const NAMES: ReadonlySet<string> = new Set(['skip', 'include']);

const conditionOf = ({ arguments: given }: DirectiveNode) => given?.find(({ name }) => name.value === 'if')?.value;

/** Names of the variables that decide what an operation asks for, in a fixed order. */
export function switchesOf(
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
): readonly string[] {
  const names = new Set<string>();
  for (const definition of [operation, ...fragments]) {
    visit(definition, {
      Directive: (node) => {
        const value = NAMES.has(node.name.value) ? conditionOf(node) : undefined;
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names].sort();
}

/** What the switches of an operation are set to: by the values given, or by the defaults in its text. */
export function switched(
  names: readonly string[],
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Switched {
  const values = Object.create(null) as Record<string, boolean>; // a variable may be called `__proto__`
  for (const name of names) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const byDefault = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    values[name] = value === undefined ? byDefault?.kind === Kind.BOOLEAN && byDefault.value : value === true;
  }
  return values;
}

/** Whether a selection is asked for. */
export function isOn({ directives }: SelectionNode, values: Switched): boolean {
  return (
    directives?.every((directive) => {
      if (!NAMES.has(directive.name.value)) return true;
      const value = conditionOf(directive);
      const holds =
        value?.kind === Kind.VARIABLE ? values[value.name.value] === true : value?.kind === Kind.BOOLEAN && value.value;
      return holds === (directive.name.value === 'include');
    }) ?? true
  );
}
