import {
  KEY_ROTATION_PATHS,
  type KeyRotationAnswer,
  SERVICES,
  type ServiceName,
  keyRotationAnswer,
} from '@charter/contracts';
import { type Person, type ServiceClient, ServiceUnavailable } from '@charter/service';
import type { AdminActionStore } from './store/admin-action.store';

/** How the sealed values of one service stand; `rotation` is undefined when it does not answer. */
export interface ServiceRotation {
  readonly service: ServiceName;
  readonly rotation: NonNullable<KeyRotationAnswer['rotation']> | undefined;
}

export interface KeyRotationServiceParts {
  readonly services: Pick<ServiceClient, 'post'>;
  readonly actions: AdminActionStore;
}

/** The administrators' view of the keys of personal data in all services. */
export class KeyRotationService {
  constructor(private readonly parts: KeyRotationServiceParts) {}

  /** Of every service that keeps something sealed. */
  list(requestId: string): Promise<ServiceRotation[]> {
    return this.askAll(KEY_ROTATION_PATHS.show, {}, requestId);
  }

  /** Asks every service to seal again what stands under another key than its current one; their workers do it. Audited first. */
  request(by: Person): Promise<ServiceRotation[]> {
    return this.parts.actions.around(by, 'rotateKeys', {}, () =>
      this.askAll(KEY_ROTATION_PATHS.request, { by: by.id }, by.requestId),
    );
  }

  private async askAll(path: string, question: object, requestId: string): Promise<ServiceRotation[]> {
    const answers = await Promise.all(SERVICES.map((service) => this.ask(service, path, question, requestId)));
    return answers.filter((answer) => answer !== null);
  }

  /** Null for a service that keeps nothing sealed. */
  private async ask(
    service: ServiceName,
    path: string,
    question: object,
    requestId: string,
  ): Promise<ServiceRotation | null> {
    try {
      const { rotation } = keyRotationAnswer.parse(await this.parts.services.post(service, path, question, requestId));
      return rotation && { service, rotation };
    } catch (error) {
      if (error instanceof ServiceUnavailable) return { service, rotation: undefined }; // shown as unknown
      throw error;
    }
  }
}
