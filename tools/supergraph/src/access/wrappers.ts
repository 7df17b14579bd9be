/** Fields that only wrap others, of types that only wrap: they say nothing of anybody. */
const WRAPPER = /(Connection|Edge|Payload)$/;
const WRAPPING = ['edges', 'node', 'cursor', 'pageInfo', 'totalCount', 'errors'];

/** Whether a type wraps others: the page of a list, one row of it, the answer of a mutation. */
export const isWrapper = (type: string): boolean => WRAPPER.test(type);

/** Whether a field of a wrapper has no class of its own: who reads it is said of what is wrapped, and of the field that leads to it. */
export const isWrapping = (type: string, field: string): boolean => isWrapper(type) && WRAPPING.includes(field);
