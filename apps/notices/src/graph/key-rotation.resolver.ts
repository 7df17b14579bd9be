import { Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Person } from '@charter/service';
import type { KeyRotationService } from '../key-rotation.service';
import type { NoticesContext } from './context';
import { KeyRotationType, RotateKeysPayload, toKeyRotation } from './key-rotation.type';

@Resolver(() => KeyRotationType)
export class KeyRotationResolver {
  constructor(private readonly service: KeyRotationService) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => [KeyRotationType], {
    nullable: true,
    description: 'Under which keys personal data is encrypted, in every service that keeps such. Counts every value.',
  })
  async keyRotation(@Ctx() { caller }: NoticesContext): Promise<KeyRotationType[]> {
    return (await this.service.list(caller.requestId)).map(toKeyRotation);
  }

  @Authorized('ADMIN')
  @Mutation(() => RotateKeysPayload, {
    description:
      'Has every service encrypt again, under its current key, what is under an older one. Workers do it in the background; asked again, it goes on. Audited.',
  })
  async rotateKeys(@Ctx() { caller }: NoticesContext): Promise<RotateKeysPayload> {
    return { rotations: (await this.service.request(caller as Person)).map(toKeyRotation), errors: [] };
  }
}
