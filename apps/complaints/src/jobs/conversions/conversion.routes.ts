import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import {
  CONVERTED_COMPLAINT_PATH,
  type ConvertedComplaint,
  SERVICE_OFFER_PATH,
  type ServiceOffer,
  convertedComplaintRequest,
  serviceOfferRequest,
} from '@charter/contracts';
import type { Clock, InternalRoute } from '@charter/service';
import { serviceFaults } from '../../domain/filing';
import type { CatalogueStore } from '../../store/catalogue.store';
import type { ComplaintStore } from '../../store/complaint.store';
import type { Petitioners } from '../../store/petitioners';

export interface ConversionRouteParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly petitioners: Petitioners;
  readonly catalogue: CatalogueStore;
  readonly clock: Clock;
}

/** What the participation service asks: the texts and the contact of a converted complaint, and whether a service is offered. */
export const conversionRoutes = ({
  dataSource: { manager },
  complaints,
  petitioners,
  catalogue,
  clock,
}: ConversionRouteParts): Readonly<Record<string, InternalRoute>> => ({
  [CONVERTED_COMPLAINT_PATH]: async (body): Promise<ConvertedComplaint> => {
    const { complaintId } = convertedComplaintRequest.parse(body);
    const [complaint] = await complaints.byIds([complaintId]);
    if (complaint?.status !== 'CONVERTED') return { complaint: null };
    const [contact] = await petitioners.of(manager, [complaintId]);
    const { name, phone, email } = contact!;
    const { title, body: text, visibility } = complaint;
    return {
      complaint: { title, body: text, proposer: { name, phone, email }, public: visibility === 'PUBLIC_MASKED' },
    };
  },
  [SERVICE_OFFER_PATH]: async (body): Promise<ServiceOffer> => {
    const { serviceCode } = serviceOfferRequest.parse(body);
    const today = localDate(clock.now());
    const service = await catalogue.find(manager, serviceCode, today);
    const offeredBy = service && (await catalogue.department(manager, service.departmentCode));
    const facts = { service, department: offeredBy?.department, successor: offeredBy?.successor };
    const refusals = [...serviceFaults(serviceCode, { ...facts, receivedOn: today, today })];
    return { refusals: refusals.map(({ path, ...refusal }) => ({ ...refusal, path: path && [...path] })) };
  },
});
