import {
  FieldDocumentation,
  SchemaDocumentation,
  TypeDocumentation,
  useDocExplorer,
  useDocExplorerActions,
} from '@graphiql/plugin-doc-explorer';
import { ChevronLeftIcon } from '@graphiql/react';
import { type GraphQLSchema, isType } from 'graphql';
import type { RefObject } from 'react';
import { useTexts } from '../texts';

/** The page of the docs that is open: the schema, a type or a field. */
export function DocsPage({
  page,
  schema,
}: {
  readonly page: RefObject<HTMLDivElement | null>;
  readonly schema: GraphQLSchema;
}) {
  const texts = useTexts();
  const stack = useDocExplorer();
  const { pop } = useDocExplorerActions();
  const [{ def, name }, before] = [stack.at(-1)!, stack.at(-2)];
  return (
    <div className="page" ref={page} tabIndex={-1} role="region" aria-label={def ? name : texts.docs}>
      {def && (
        <>
          <button type="button" className="back" onClick={pop}>
            <ChevronLeftIcon aria-hidden="true" /> {texts.back}: {before?.def ? before.name : texts.docs}
          </button>
          <h3>{name}</h3>
        </>
      )}
      {!def && <SchemaDocumentation schema={schema} />}
      {def && (isType(def) ? <TypeDocumentation type={def} /> : <FieldDocumentation field={def} />)}
    </div>
  );
}
