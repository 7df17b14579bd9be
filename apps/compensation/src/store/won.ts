/** KRW and other whole numbers come from PostgreSQL's bigint as text. */
export const won = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
