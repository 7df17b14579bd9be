import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  visit,
} from 'graphql';

/** Which service owns each entity: the others only contribute fields to it. */
const OWNERS: Readonly<Record<string, string>> = {
  Citizen: 'notices',
  Department: 'charter',
  Standard: 'charter',
  ImprovementAction: 'charter',
  Complaint: 'complaints',
  Appeal: 'complaints',
  ServiceItem: 'complaints',
  Proposal: 'participation',
  ContestEntry: 'participation',
  MonitoringReport: 'participation',
  Survey: 'surveys',
  SurveyInvitation: 'surveys',
  CompensationClaim: 'compensation',
  Notice: 'notices',
};

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const keyFields = ({ directives = [] }: ObjectNode): string[] =>
  directives
    .filter(({ name }) => name.value === 'key')
    .flatMap(({ arguments: given = [] }) => given)
    .flatMap(({ name, value }) =>
      name.value === 'fields' && value.kind === Kind.STRING ? value.value.split(/\W+/) : [],
    );

/**
 * Makes nullable whatever crosses a service boundary: root query fields, and the fields a service contributes to an entity of
 * another. A non-null field of a service that is away would take the answers of all the others with it (GraphQL, 6.4.4).
 * @throws when an entity has no known owner
 */
export function relaxBoundaries(service: string, sdl: DocumentNode): DocumentNode {
  const relax = (node: ObjectNode): ObjectNode | undefined => {
    const keys = keyFields(node);
    const owner = OWNERS[node.name.value];
    if (keys.length > 0 && !owner)
      throw new Error(`The entity ${node.name.value} of ${service} needs an owner in ${__filename}.`);
    const foreign = keys.length > 0 && owner !== service;
    if (node.name.value !== 'Query' && !foreign) return undefined;
    return {
      ...node,
      fields: node.fields?.map((field) => (keys.includes(field.name.value) ? field : nullable(field))),
    };
  };
  return visit(sdl, { ObjectTypeDefinition: relax, ObjectTypeExtension: relax });
}

const nullable = (field: FieldDefinitionNode): FieldDefinitionNode =>
  field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field;
