import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type Json, type JsonObject, isObject, readerOf } from './json';
import { leafWriter } from './leaf';
import { type Switched, isOn } from './switches';

/** A place where the data is not what the schema promises. */
export interface Fault {
  /** The type whose field it is; undefined for an element of a list. */
  readonly nullOf?: string;
  readonly reason: string;
}

interface Shaping {
  readonly faults: Fault[];
  /** The JSON of an introspection field. */
  readonly introspection: (node: FieldNode) => string;
}

/** Writes a value as JSON; `BUBBLE` when it is null where the schema has none, so that what holds it is null instead. */
type Write = (value: Json | undefined, shaping: Shaping) => string;

const BUBBLE = '';
const NULL = 'null';

interface Part {
  readonly set: SelectionSetNode;
  /** The type that it stands on. */
  readonly on: GraphQLCompositeType;
}

interface Field {
  readonly node: FieldNode;
  readonly on: GraphQLCompositeType;
  readonly parts: Part[];
}

export interface ShapeParts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly switches: Switched;
}

/** Writes the answer of an operation from what the plan has gathered: only what was asked, in its order, as the API schema promises it. */
export type Shape = (data: JsonObject, shaping: Shaping) => string;

/** Compiles the shape of an operation for one setting of its `@skip` and `@include`. */
export function shapeOf({ schema, operation, fragments, switches }: ShapeParts): Shape {
  const root = schema.getRootType(operation.operation)!;
  const writeRoot = fieldsWriter([{ set: operation.selectionSet, on: root }], root);
  return (data, shaping) => writeRoot(data, shaping) || NULL;

  function applies(condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    if (condition === type) return true;
    return isAbstractType(condition) && !isUnionType(type) && schema.isSubType(condition, type);
  }

  /** What is asked of one type, as the specification collects it: in the order of first mention, the same field once. */
  function collect(parts: readonly Part[], type: GraphQLCompositeType, fields = new Map<string, Field>()) {
    for (const { set, on } of parts) {
      for (const selection of set.selections) {
        if (!isOn(selection, switches)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          const field = fields.get(name) ?? { node: selection, on, parts: [] };
          fields.set(name, field);
          if (selection.selectionSet) field.parts.push({ set: selection.selectionSet, on: innerType(on, selection) });
          continue;
        }
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
        const condition = fragment.typeCondition
          ? (schema.getType(fragment.typeCondition.name.value) as GraphQLCompositeType)
          : on;
        if (fragment.typeCondition && !applies(condition, type)) continue;
        collect([{ set: fragment.selectionSet, on: condition }], type, fields);
      }
    }
    return fields;
  }

  /** The type of a field's own fields. For introspection, which is answered elsewhere, any. */
  function innerType(on: GraphQLCompositeType, node: FieldNode): GraphQLCompositeType {
    let type: GraphQLOutputType = fieldType(on, node) ?? root;
    while (isListType(type) || isNonNullType(type)) type = type.ofType as GraphQLOutputType;
    return type as GraphQLCompositeType;
  }

  function fieldType(on: GraphQLCompositeType, { name }: FieldNode): GraphQLOutputType | undefined {
    return isObjectType(on) || isInterfaceType(on) ? on.getFields()[name.value]?.type : undefined;
  }

  /** Writes an object of one type, or of none that is known better than an interface or union. */
  function fieldsWriter(
    parts: readonly Part[],
    type: GraphQLCompositeType,
  ): (value: JsonObject, shaping: Shaping) => string {
    const fields = [...collect(parts, type).entries()].map(([name, field], index) => ({
      head: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
      write: fieldWriter(name, field, type),
    }));
    if (fields.length === 0) return () => '{}';
    return (value, shaping) => {
      let text = '';
      for (const { head, write } of fields) {
        const written = write(value, shaping);
        if (written === BUBBLE) return BUBBLE;
        text += head + written;
      }
      return `${text}}`;
    };
  }

  function fieldWriter(name: string, { node, on, parts }: Field, type: GraphQLCompositeType) {
    const kind = node.name.value;
    // A type that is no object could not be found out: it must not be told as one, so the whole object is null.
    if (kind === '__typename') return () => (isObjectType(type) ? `"${type.name}"` : BUBBLE);
    const declared = fieldType(on, node);
    if (!declared) {
      const whole = wholeOf(node, parts);
      return (_: JsonObject, { introspection }: Shaping) => introspection(whole);
    }
    const read = readerOf(name);
    const write = valueWriter(declared, parts, { type: type.name, at: `field ${type.name}.${name}` });
    return (value: JsonObject, shaping: Shaping) => write(read(value), shaping);
  }

  function valueWriter(type: GraphQLOutputType, parts: readonly Part[], place: { type?: string; at: string }): Write {
    if (isNonNullType(type)) {
      const write = valueWriter(type.ofType as GraphQLOutputType, parts, place);
      const fault: Fault = { nullOf: place.type, reason: `null at non-nullable ${place.at}` };
      return (value, shaping) => {
        if (value === null || value === undefined) {
          shaping.faults.push(fault);
          return BUBBLE;
        }
        const written = write(value, shaping);
        return written === NULL ? BUBBLE : written;
      };
    }
    const nullable = isListType(type)
      ? listWriter(valueWriter(type.ofType as GraphQLOutputType, parts, { at: `element of ${place.at}` }), place.at)
      : isCompositeType(type)
        ? objectWriter(type, parts, place.at)
        : leafWriter(type, (shaping: Shaping) => {
            shaping.faults.push({ reason: `invalid value at ${place.at}` });
            return NULL;
          });
    return (value, shaping) => (value === null || value === undefined ? NULL : nullable(value, shaping));
  }

  function objectWriter(declared: GraphQLCompositeType, parts: readonly Part[], at: string): Write {
    const byType = new Map<string, (value: JsonObject, shaping: Shaping) => string>();
    const writerFor = (name: string): ((value: JsonObject, shaping: Shaping) => string) | undefined => {
      const type = name === '' ? declared : schema.getType(name);
      if (!isCompositeType(type)) return undefined;
      const made = fieldsWriter(parts, type);
      byType.set(name, made);
      return made;
    };
    return (value, shaping) => {
      const { __typename: given } = isObject(value) ? value : { __typename: 0 };
      const name = given === undefined || given === null ? '' : given;
      const write = typeof name === 'string' ? (byType.get(name) ?? writerFor(name)) : undefined;
      // The name that came is not told: it may be that of a type that is not for the public.
      if (!write) {
        shaping.faults.push({ reason: `no object of a known type at ${at}` });
        return NULL;
      }
      return write(value as JsonObject, shaping) || NULL;
    };
  }
}

/** A field with all that is asked of it at its place, where it stands there more than once. */
const wholeOf = (node: FieldNode, parts: readonly Part[]): FieldNode =>
  parts.length <= 1
    ? node
    : {
        ...node,
        selectionSet: { kind: Kind.SELECTION_SET, selections: parts.flatMap(({ set }) => [...set.selections]) },
      };

const listWriter =
  (write: Write, at: string): Write =>
  (value, shaping) => {
    if (!Array.isArray(value)) {
      shaping.faults.push({ reason: `no list at ${at}` });
      return NULL;
    }
    let text = '';
    let isWhole = true;
    for (let index = 0; index < value.length; index += 1) {
      const written = write(value[index] as Json, shaping);
      if (written === BUBBLE) isWhole = false;
      text += index === 0 ? written : `,${written}`;
    }
    return isWhole ? `[${text}]` : NULL;
  };
