import fields from './fields.json';

/** Who reads a field of an object that they have before them. Where it says "object", that object's own rule comes first. */
export const FIELD_CLASSES = {
  PUBLIC: 'Everybody: it is published, or about nobody.',
  OBJECT: 'Who may see the object that carries it.',
  EACH: 'Other objects, each for those who may see that one.',
  CALLER: 'Everybody, of themselves: what the caller did or has.',
  MASKED: 'In full for the person concerned and who handles it; masked for others who see the object.',
  OWNER: 'The person concerned, alone.',
  PARTIES: 'The person concerned and the department that handles it.',
  PARTIES_AND_AUDITOR: 'The person concerned, the department that handles it, and the auditor.',
  OWNER_AND_AUDITOR: 'The person concerned, and the auditor.',
  HANDLER: 'The department that handles it.',
  OFFICE: 'The department that handles it, and the auditor.',
  STAFF: 'Everybody who works for the city.',
  AUDIT: 'Administrators and auditors.',
  ADMIN: 'Administrators.',
  AUDITOR: 'The auditor.',
} as const;

/** Every field of every object type that clients can reach, by type, with its class. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = fields;
