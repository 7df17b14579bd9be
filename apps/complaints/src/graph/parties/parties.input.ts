import { Field, Float, InputType } from 'type-graphql';

@InputType({ description: 'Somebody who files together with the petitioner (공동 민원인). Kept encrypted.' })
export class CoPetitionerInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Phone number, such as 010-1234-5678.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether they speak for the others (대표자): at most three, the petitioner among them, each with a contact.',
  })
  representative: boolean;
}

@InputType({ description: 'Where the matter is (민원 위치). Kept encrypted.' })
export class LocationInput {
  @Field(() => String, { description: 'Address or description, 1 to 300 characters.' })
  address: string;

  @Field(() => Float, { nullable: true, description: 'Latitude in degrees, WGS 84; only together with the longitude.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude in degrees, WGS 84.' })
  longitude?: number | null;
}
