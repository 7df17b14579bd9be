import { type RequestContext, asksItself } from '../caller/request-context';
import type { RegisteredOnly } from '../trusted/registered-only';
import type { DocumentSource, GraphRequest } from './graph-request';

/** Registered operations before those that clients bring or have had kept: where only registered ones run, nothing is kept. */
export class RegisteredDocuments implements DocumentSource {
  constructor(
    private readonly registered: RegisteredOnly,
    private readonly others: DocumentSource,
  ) {}

  textOf(request: GraphRequest, context: RequestContext): string {
    if (asksItself(context)) return this.others.textOf(request, context);
    const { query, documentId, extensions } = request;
    const { sha256Hash } = (extensions?.persistedQuery ?? {}) as { readonly sha256Hash?: unknown };
    const asked = { query, documentId, ...(typeof sha256Hash === 'string' && { sha256: sha256Hash }) };
    const text = this.registered.textFor(asked, context.person, context.language);
    return text ?? this.others.textOf(request, context);
  }

  found(request: GraphRequest, text: string): void {
    if (request.documentId === undefined) this.others.found?.(request, text);
  }
}
