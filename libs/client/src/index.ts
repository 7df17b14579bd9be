export { CharterClient, type ClientOptions, type ExecuteOptions } from './client';
export type { TypedDocument } from './document';
export { CharterError, type Failure } from './failure';
export { type ForeignAnswer, asResult } from './foreign-result';
export { Intent, type KeyStore } from './intent';
export type { Language, Message } from './language';
export {
  type LiveComplaint,
  type TimelineChange,
  type TimelineNews,
  type TimelineStep,
  type WatchOptions,
  type WholeTimeline,
  watchTimeline,
} from './live/timeline';
export { messagesByField, missingAt } from './messages';
export { type Connection, type Page, type PagesOptions, nodes, pages } from './pages';
export {
  type Complete,
  type Failed,
  type Incomplete,
  type Refused,
  type Result,
  type UserError,
  dataOf,
} from './result';
export type { Opened } from './sender';
export type { RetryPolicy } from './retry';
export { type TokenOptions, type TokenSource, Tokens } from './tokens';
export { type UploadOptions, type UploadResult, type UploadedFile, uploadFile } from './upload';
export type { Persisted } from './wire';
