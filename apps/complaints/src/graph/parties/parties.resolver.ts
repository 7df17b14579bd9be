import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { mayReadContacts } from '../../domain/access';
import { type Place, maskPlace } from '../../domain/parties/place';
import { signersOf } from '../../domain/parties/joint-petition';
import { ComplaintType, PetitionerType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { ofComplaint, shownPerson } from '../shown';

@ObjectType('CoPetitioner', {
  description:
    'Who filed together with the petitioner (공동 민원인): in full for the petitioner and for who handles it, masked for others.',
})
class CoPetitionerType extends PetitionerType {
  @Field(() => Boolean, { description: 'Whether they speak for the others (대표자).' })
  representative: boolean;
}

@ObjectType('JointPetition', { description: 'A petition of several (연명 민원).' })
class JointPetitionType {
  @Field(() => Int, { description: 'Households whose common interest it is (세대).' })
  households: number;

  @Field(() => Int, { description: 'Who signed it, the petitioner included.' })
  signers: number;

  @Field(() => [CoPetitionerType], { description: 'Those who signed besides the petitioner, in the order given.' })
  coPetitioners: CoPetitionerType[];
}

@ObjectType('ComplaintLocation', {
  description:
    'Where the matter is (민원 위치): in full for the citizen and for who handles it, for others only city and district.',
})
class LocationType implements Place {
  @Field(() => String, { description: 'Address or description.' })
  address: string;

  @Field(() => Float, { nullable: true, description: 'Latitude in degrees, WGS 84.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude in degrees, WGS 84.' })
  longitude: number | null;
}

const KINDS = { address: 'ADDRESS', latitude: 'ADDRESS', longitude: 'ADDRESS' } as const;

/** Who stands behind a complaint, and where its matter is. */
@Resolver(() => ComplaintType)
export class PartiesResolver {
  @FieldResolver(() => JointPetitionType, {
    nullable: true,
    description: 'Those who filed it together; null when one person did.',
  })
  async joint(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, joints, readings }: ComplaintsContext,
  ): Promise<JointPetitionType | null> {
    const joint = await joints.load(complaint.id);
    if (!joint) return null;
    const full = mayReadContacts(caller, complaint);
    const coPetitioners = joint.coPetitioners.map((signer) =>
      shownPerson(full, ofComplaint(complaint), signer, readings),
    );
    return { households: joint.households, signers: signersOf(joint), coPetitioners };
  }

  @FieldResolver(() => LocationType, {
    nullable: true,
    description: 'Where the matter is; null when it was not given.',
  })
  async location(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, places, readings }: ComplaintsContext,
  ): Promise<LocationType | null> {
    const place = await places.load(complaint.id);
    if (!place || !mayReadContacts(caller, complaint)) return place && maskPlace(place);
    return readings.shown(ofComplaint(complaint), place, KINDS);
  }
}
