import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { maskEmail, maskName, maskPhone } from '@charter/privacy';
import { type Person, isUuid, userErrors } from '@charter/service';
import { sightOf } from '../domain/access';
import { kindOf } from '../domain/profile';
import type { ProfileService } from '../profile.service';
import { type PausedAddressStore, addressesOf } from '../store/paused-address.store';
import type { Profile } from '../store/profile.store';
import { CitizenType, UpdateProfileInput, UpdateProfilePayload } from './citizen.type';
import { ContactType } from './contact.type';
import type { NoticesContext } from './context';
import { PushDeviceType } from './push-device.type';

const unseen = (id: string): CitizenType => ({
  ...{ id, name: null, email: null, phone: null },
  ...{ language: null, kind: null, department: null, noticePreferences: null },
});

const inFull = ({
  personId,
  name,
  email,
  phone,
  language,
  kind,
  departmentCode,
  preferences,
}: Profile): CitizenType => ({
  ...{ id: personId, name, email, phone, language, kind },
  department: departmentCode ? { code: departmentCode } : null,
  noticePreferences: { ...preferences, channels: preferences.channels && [...preferences.channels] },
});

const masked = ({ name, email, phone, ...person }: CitizenType): CitizenType => ({
  ...{ ...person, noticePreferences: null },
  name: name && maskName(name),
  email: email && maskEmail(email),
  phone: phone && maskPhone(phone),
});

@Resolver(() => CitizenType)
export class CitizenResolver {
  constructor(
    private readonly service: ProfileService,
    private readonly paused: PausedAddressStore,
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
    description: 'Writes one’s own profile: how one can be reached, by what, when, and in which language.',
  })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'The profile.' })
    { name, email, phone, language, ...wished }: UpdateProfileInput,
    @Ctx() context: NoticesContext,
  ): Promise<UpdateProfilePayload> {
    const caller = context.caller as Person;
    const contacts = { name, email: email ?? null, phone: phone ?? null, language };
    const written = await this.service.write(contacts, wished, caller);
    if (!written.ok) return { me: null, errors: userErrors(written.refusals, caller.language) };
    context.profiles.clear(caller.id);
    return { me: await resolveCitizen(caller, context), errors: [] };
  }

  @FieldResolver(() => [ContactType], {
    nullable: true,
    description: 'One’s own addresses of mail and telephone, and whether they are used; null for everybody else’s.',
  })
  async contacts(
    @Root() { id }: CitizenType,
    @Ctx() { caller, profiles }: NoticesContext,
  ): Promise<ContactType[] | null> {
    const profile = sightOf(caller, id) === 'FULL' ? await profiles.load(id) : undefined;
    if (!profile) return null;
    const addresses = addressesOf(profile);
    const pauses = await this.paused.of(addresses);
    return addresses.map(({ channel }, index) => {
      const pause = pauses[index];
      if (!pause) return { channel, state: 'ACTIVE', pausedAt: null, reason: null };
      return { channel, state: 'PAUSED', pausedAt: pause.pausedAt, reason: pause.reason };
    });
  }

  @FieldResolver(() => [PushDeviceType], {
    nullable: true,
    description: 'One’s own devices that are told by push, oldest first; null for everybody else’s.',
  })
  async pushDevices(
    @Root() { id }: CitizenType,
    @Ctx() { caller, devices }: NoticesContext,
  ): Promise<PushDeviceType[] | null> {
    return sightOf(caller, id) === 'FULL' ? devices.load(id) : null;
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
