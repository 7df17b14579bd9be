// Typed documents for a frontend's own operations, as this package has them for its own. For codegen.ts:
//   export default charterCodegen({ schema: 'schema.graphql', documents: 'src/**/*.graphql', output: 'src/graphql/' })

/** How the API's scalars look in JavaScript, in both directions. */
const scalars = {
  ID: 'string',
  DateTime: 'string',
  LocalDate: 'string',
  Money: 'number',
  ReceiptNumber: 'string',
};

/**
 * A configuration of graphql-codegen's client preset: documents are strings that know their types, enums are unions of strings,
 * and `persisted-documents.json` lists every operation by its hash, for the gateway's trusted documents.
 * @param {{ schema: string, documents: string | string[], output: string }} files `output` is a folder and ends with a slash
 * @returns {import('@graphql-codegen/cli').CodegenConfig}
 */
const charterCodegen = ({ schema, documents, output }) => ({
  schema,
  documents,
  generates: {
    [output]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: {
        documentMode: 'string',
        enumType: 'string-literal',
        useTypeImports: true,
        strictScalars: true,
        scalars,
      },
    },
  },
});

module.exports = { charterCodegen, scalars };
