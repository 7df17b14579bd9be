import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { maskEmail, maskName, maskPhone } from '@charter/privacy';
import { type Caller, type Clock, type Person, hasRole, isUuid, userErrors } from '@charter/service';
import { decideProfile, kindOf } from '../domain/profile';
import type { Profile, ProfileStore } from '../store/profile.store';
import { CitizenType, UpdateProfileInput, UpdateProfilePayload } from './citizen.type';
import type { NoticesContext } from './context';

/** In full for oneself, masked for staff, nothing for others. */
function toCitizenType(id: string, profile: Profile | undefined, caller: Caller): CitizenType {
  const hidden = { id, name: null, email: null, phone: null, language: null };
  if (!profile) return hidden;
  const { name, email, phone, language } = profile;
  if (caller.id === id) return { id, name, email, phone, language };
  if (!hasRole(caller, 'OFFICER', 'MANAGER', 'AUDITOR')) return hidden;
  return { id, name: maskName(name), email: email && maskEmail(email), phone: phone && maskPhone(phone), language };
}

@Resolver(() => CitizenType)
export class CitizenResolver {
  constructor(
    private readonly profiles: ProfileStore,
    private readonly clock: Clock,
  ) {}

  @Authorized()
  @Query(() => CitizenType, { description: 'Who is calling, with their own things.' })
  async me(@Ctx() { caller, profiles }: NoticesContext): Promise<CitizenType> {
    const { id } = caller as Person;
    return toCitizenType(id, await profiles.load(id), caller);
  }

  @Authorized()
  @Mutation(() => UpdateProfilePayload, {
    description: 'Writes one’s own profile: how one can be reached, and in which language.',
  })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'The profile.' })
    { name, email, phone, language }: UpdateProfileInput,
    @Ctx() { caller, profiles }: NoticesContext,
  ): Promise<UpdateProfilePayload> {
    const { id, roles, departmentCode } = caller as Person;
    const decided = decideProfile({ name, email: email ?? null, phone: phone ?? null, language });
    if (!decided.ok) return { me: null, errors: userErrors(decided.refusals, caller.language) };
    await this.profiles.write(
      { ...decided.value, personId: id, kind: kindOf(roles), roles, departmentCode: departmentCode ?? null },
      this.clock.now(),
    );
    return { me: toCitizenType(id, await profiles.clear(id).load(id), caller), errors: [] };
  }
}

/** Everybody may be referred to: what is seen of them depends on who asks. */
export async function resolveCitizen(
  { id }: { id: string },
  { caller, profiles }: NoticesContext,
): Promise<CitizenType> {
  const mayRead = isUuid(id) && (caller.id === id || hasRole(caller, 'OFFICER', 'MANAGER', 'AUDITOR'));
  return toCitizenType(id, mayRead ? await profiles.load(id) : undefined, caller);
}
