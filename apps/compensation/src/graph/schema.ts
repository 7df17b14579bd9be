import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { DeadlineResolver, buildSubgraph } from '@charter/service';
import { ClaimMutations } from './claim.mutations';
import { CitizenResolver, ClaimResolver, ComplaintResolver, resolveClaim } from './claim.resolver';
import type { CompensationContext } from './context';
import { HistoryResolver } from './history/history.resolver';
import { LedgerMutations } from './ledger/ledger.mutations';
import { BudgetResolver, LedgerEntryResolver, LedgerResolver } from './ledger/ledger.resolver';
import { DepartmentResolver, StandardPaidResolver } from './payouts/paid.resolver';
import { ClaimLettersResolver, LetterResolver } from './letters/letter.resolver';
import { PayoutMutations } from './payouts/payout.mutations';
import { PayoutResolver } from './payouts/payout.resolver';
import { RuleResolver } from './rule.resolver';
import { StandardResolver } from './standard.resolver';
import { StandardType } from './stubs.type';
import { StockMutations } from './stock/stock.mutations';
import { ClaimHandoutsResolver, HandoutResolver, StockResolver } from './stock/stock.resolver';

export const buildCompensationSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<CompensationContext>({
    resolvers: [
      StockResolver,
      StockMutations,
      ClaimHandoutsResolver,
      HandoutResolver,
      PayoutResolver,
      PayoutMutations,
      DepartmentResolver,
      RuleResolver,
      ClaimResolver,
      ClaimMutations,
      HistoryResolver,
      LetterResolver,
      ClaimLettersResolver,
      LedgerResolver,
      LedgerMutations,
      LedgerEntryResolver,
      BudgetResolver,
      StandardResolver,
      StandardPaidResolver,
      ComplaintResolver,
      CitizenResolver,
      DeadlineResolver,
    ],
    orphanedTypes: [StandardType],
    references: {
      CompensationClaim: resolveClaim,
      Complaint: ({ id }: { id: string }) => ({ id }), // its claims are shown to those who may see them
      Department: ({ code }: { code: string }) => ({ code }), // what was paid is public
      Standard: ({ code }: { code: string }) => ({ code }), // rules are public
      Citizen: ({ id }: { id: string }) => ({ id }), // each field that this service adds checks who asks
    },
    container,
  });
