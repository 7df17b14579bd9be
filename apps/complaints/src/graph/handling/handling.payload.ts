import { ObjectType } from 'type-graphql';
import { ComplaintPayload } from '../complaint.type';

@ObjectType({ description: 'The answer of transferComplaint.' })
export class TransferComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of requestSupplement.' })
export class RequestSupplementPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of extendSupplement.' })
export class ExtendSupplementPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of submitSupplement.' })
export class SubmitSupplementPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of returnComplaint.' })
export class ReturnComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of suspendComplaint.' })
export class SuspendComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of extendSuspension.' })
export class ExtendSuspensionPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of resumeComplaint.' })
export class ResumeComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of extendComplaint.' })
export class ExtendComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of consentToExtension.' })
export class ConsentToExtensionPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of reportInterim.' })
export class ReportInterimPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of requestInterimReport.' })
export class RequestInterimReportPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of rejectComplaint.' })
export class RejectComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of closeRepeatedComplaint.' })
export class CloseRepeatedComplaintPayload extends ComplaintPayload {}

@ObjectType({ description: 'The answer of giveOpinion.' })
export class GiveOpinionPayload extends ComplaintPayload {}
