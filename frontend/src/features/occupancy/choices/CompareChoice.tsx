import { useTranslation } from 'react-i18next'
import { ChoiceButton, OptionList } from './ChoiceButton'
import { DaysForm } from './DaysForm'
import { type Period, periodBefore, yearBefore } from './periods'
import { usePeriodWords } from './usePeriodWords'

interface CompareChoiceProps {
  period: Period
  compared: Period | null
  onChoose: (compared: Period | null) => void
}

/** くらべる期間: the one before, the same weeks a year before, any two days, or none. */
export function CompareChoice({ period, compared, onChoose }: CompareChoiceProps) {
  const { t } = useTranslation('occupancy')
  const words = usePeriodWords()
  const ways = [
    { key: 'none', period: null },
    { key: 'before', period: periodBefore(period) },
    { key: 'yearBefore', period: yearBefore(period) },
  ] as const
  return (
    <ChoiceButton
      label={t('compare.label')}
      value={compared ? words(compared) : t('compare.none')}
      title={t('compare.title')}
    >
      {(close) => {
        const choose = (chosen: Period | null) => {
          close()
          onChoose(chosen)
        }
        return (
          <>
            <OptionList
              label={t('compare.title')}
              options={ways.map(({ key, period: way }) => ({
                key,
                label: t(`compare.${key}`),
                chosen: way?.from === compared?.from && way?.to === compared?.to,
                onChoose: () => choose(way),
              }))}
            />
            <DaysForm
              period={compared ?? periodBefore(period)}
              submit={t('compare.apply')}
              onChoose={choose}
            />
          </>
        )
      }}
    </ChoiceButton>
  )
}
