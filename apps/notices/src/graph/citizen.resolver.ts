import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { maskEmail, maskName, maskPhone } from '@charter/privacy';
import { type Clock, type Person, isUuid, userErrors } from '@charter/service';
import { sightOf } from '../domain/access';
import { decideProfile, kindOf } from '../domain/profile';
import type { Profile, ProfileStore } from '../store/profile.store';
import { CitizenType, UpdateProfileInput, UpdateProfilePayload } from './citizen.type';
import type { NoticesContext } from './context';

const unseen = (id: string): CitizenType => ({
  ...{ id, name: null, email: null, phone: null },
  ...{ language: null, kind: null, department: null },
});

const inFull = ({ personId, name, email, phone, language, kind, departmentCode }: Profile): CitizenType => ({
  ...{ id: personId, name, email, phone, language, kind },
  department: departmentCode ? { code: departmentCode } : null,
});

const masked = ({ name, email, phone, ...person }: CitizenType): CitizenType => ({
  ...person,
  name: name && maskName(name),
  email: email && maskEmail(email),
  phone: phone && maskPhone(phone),
});

@Resolver(() => CitizenType)
export class CitizenResolver {
  constructor(
    private readonly profiles: ProfileStore,
    private readonly clock: Clock,
  ) {}

  @Authorized()
  @Query(() => CitizenType, { nullable: true, description: 'Who is calling, with their own things.' })
  async me(@Ctx() context: NoticesContext): Promise<CitizenType> {
    const { id, roles, departmentCode } = context.caller as Person;
    // What they are comes from who vouches for them, also before they wrote a profile.
    const department = departmentCode ? { code: departmentCode } : null;
    return { ...(await resolveCitizen({ id }, context)), kind: kindOf(roles), department };
  }

  @Authorized()
  @Mutation(() => UpdateProfilePayload, {
    description: 'Writes one’s own profile: how one can be reached, and in which language.',
  })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'The profile.' })
    { name, email, phone, language }: UpdateProfileInput,
    @Ctx() context: NoticesContext,
  ): Promise<UpdateProfilePayload> {
    const { id, roles, departmentCode, language: spoken } = context.caller as Person;
    const decided = decideProfile({ name, email: email ?? null, phone: phone ?? null, language });
    if (!decided.ok) return { me: null, errors: userErrors(decided.refusals, spoken) };
    await this.profiles.write(
      { ...decided.value, personId: id, kind: kindOf(roles), roles, departmentCode: departmentCode ?? null },
      this.clock.now(),
    );
    context.profiles.clear(id);
    return { me: await resolveCitizen({ id }, context), errors: [] };
  }
}

/** Everybody may be referred to: what is seen of them depends on who asks. */
export async function resolveCitizen(
  { id }: { id: string },
  { caller, profiles }: NoticesContext,
): Promise<CitizenType> {
  const sight = isUuid(id) ? sightOf(caller, id) : 'NONE';
  const profile = sight === 'NONE' ? undefined : await profiles.load(id);
  if (!profile) return unseen(id);
  return sight === 'FULL' ? inFull(profile) : masked(inFull(profile));
}
