import { Field, Float, ObjectType } from 'type-graphql';
import { DateTime, UserError, graphEnum } from '@charter/service';
import type { ServiceRotation } from '../key-rotation.service';

const STATES = ['DONE', 'NEEDED', 'RUNNING'] as const;
const KeyRotationStateEnum = graphEnum(
  'KeyRotationState',
  'How the encrypted personal data of a service stands.',
  STATES,
  {
    DONE: { description: 'All of it is under the current key: older keys can be removed.' },
    NEEDED: { description: 'Some of it is under an older key: ask for rotateKeys.' },
    RUNNING: { description: 'The worker of the service encrypts it again.' },
  },
);

@ObjectType('KeyRotation', { description: 'The keys of one service under which personal data is encrypted.' })
export class KeyRotationType {
  @Field(() => String, { description: 'The service.' })
  service: string;

  @Field(() => KeyRotationStateEnum, {
    nullable: true,
    description: 'How it stands; null when the service does not answer.',
  })
  state: (typeof STATES)[number] | null;

  @Field(() => String, { nullable: true, description: 'The id of the key that encrypts now.' })
  keyId: string | null;

  @Field(() => [String], {
    description: 'The ids of other keys under which something is encrypted: each has to stay in PRIVACY_KEYS.',
  })
  otherKeyIds: string[];

  @Field(() => Float, { nullable: true, description: 'How many values are encrypted, under whatever key.' })
  values: number | null;

  @Field(() => Float, { nullable: true, description: 'How many of them are not under the current key.' })
  waiting: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How many no key opens, as far as the rotation has come: a key is missing, or they were changed.',
  })
  unreadable: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When the rotation to the current key was asked for.' })
  requestedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was through.' })
  finishedAt: Date | null;
}

@ObjectType({ description: 'The answer of rotateKeys.' })
export class RotateKeysPayload {
  @Field(() => [KeyRotationType], { description: 'Every service, as it stands now.' })
  rotations: KeyRotationType[];

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

export function toKeyRotation({ service, rotation }: ServiceRotation): KeyRotationType {
  if (!rotation)
    return {
      ...{ service, state: null, keyId: null, otherKeyIds: [], values: null, waiting: null, unreadable: null },
      ...{ requestedAt: null, finishedAt: null },
    };
  const { keyId, values, columns, requestedAt, finishedAt } = rotation;
  const others = values.filter((each) => each.keyId !== keyId);
  const state = requestedAt && !finishedAt ? 'RUNNING' : others.length > 0 ? 'NEEDED' : 'DONE';
  return {
    ...{ service, state, keyId, otherKeyIds: others.map((each) => each.keyId) },
    ...{ values: sum(values.map(({ count }) => count)), waiting: sum(others.map(({ count }) => count)) },
    unreadable: sum(columns.map(({ unreadable }) => unreadable)),
    requestedAt: requestedAt === null ? null : new Date(requestedAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
  };
}
