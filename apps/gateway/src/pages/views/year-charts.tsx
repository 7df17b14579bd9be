import { figuresOf } from '../figures';
import type { Visit } from '../visit';
import { BarChart, LineChart } from './chart';
import type { YearFigures } from './year-figures';

interface Props {
  readonly visit: Visit;
  readonly figures: YearFigures;
}

/** How many complaints were kept in time, month by month: by law, and by the charter’s shorter periods. */
export const TrendChart = ({ visit, figures: { months, year, lost } }: Props) => {
  const { words, format } = visit;
  if (lost.includes('complaints')) return null;
  return (
    <LineChart
      {...{ visit, id: 'trend', title: words.charts.trend(String(year)), head: words.charts.month, gap: words.none }}
      points={months.map(({ key }) => format.month(key))}
      lines={[
        { name: words.figures.onTimeRate, values: months.map(({ performance }) => performance.onTimeRate) },
        {
          name: words.figures.charterOnTimeRate,
          values: months.map(({ performance }) => performance.charterOnTimeRate),
        },
      ]}
      most={1}
      write={format.percent}
    />
  );
};

/** Who kept the law’s dates how often. */
export const OnTimeChart = ({ visit, figures: { departments, year, lost } }: Props) => {
  const { words } = visit;
  const { rate } = figuresOf(visit);
  if (lost.includes('complaints') || lost.includes('charter')) return null;
  return (
    <BarChart
      {...{ visit, id: 'on-time', title: words.charts.onTime(String(year)), most: 1 }}
      heads={[words.department, words.figures.onTimeRate]}
      bars={departments
        .filter(({ complaintPerformance }) => complaintPerformance?.received)
        .map(({ name, complaintPerformance }) => ({
          label: name,
          value: complaintPerformance?.onTimeRate ?? null,
          text: rate<{ onTimeRate: number | null }>(({ onTimeRate }) => onTimeRate)(complaintPerformance),
        }))}
    />
  );
};

/** How satisfied citizens were; small groups are named without a figure. */
export const SatisfactionChart = ({ visit, figures: { departments, year, lost } }: Props) => {
  const { words } = visit;
  const { score } = figuresOf(visit);
  if (lost.includes('surveys') || lost.includes('charter')) return null;
  return (
    <BarChart
      {...{ visit, id: 'satisfaction', title: words.charts.satisfaction(String(year)), most: 100 }}
      heads={[words.department, words.figures.satisfaction]}
      bars={departments
        .filter(({ satisfaction }) => satisfaction?.n)
        .map(({ name, satisfaction }) => ({
          label: name,
          value: satisfaction?.score ?? null,
          text: score(satisfaction),
        }))}
    />
  );
};

/** What was paid for broken promises. */
export const CompensationChart = ({ visit, figures: { departments, year, lost } }: Props) => {
  const { words } = visit;
  const { money } = figuresOf(visit);
  if (lost.includes('compensation') || lost.includes('charter')) return null;
  return (
    <BarChart
      {...{ visit, id: 'compensation', title: words.charts.compensation(String(year)) }}
      heads={[words.department, words.figures.compensation]}
      bars={departments
        .filter(({ compensationPaid }) => compensationPaid?.count)
        .map(({ name, compensationPaid }) => ({
          label: name,
          value: compensationPaid?.amount ?? null,
          text: money(compensationPaid),
        }))}
    />
  );
};
