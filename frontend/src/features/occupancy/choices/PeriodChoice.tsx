import { useTranslation } from 'react-i18next'
import { fiscalYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ChoiceButton, OptionList } from './ChoiceButton'
import { DaysForm } from './DaysForm'
import { type Period, PRESETS, presetOf, presetPeriod } from './periods'
import { usePeriodWords } from './usePeriodWords'

interface PeriodChoiceProps {
  period: Period
  today: string
  /** Working days in it, once they are known. */
  days: number | undefined
  onChoose: (period: Period) => void
}

/** 期間: four that are asked for most, or any two days. */
export function PeriodChoice({ period, today, days, onChoose }: PeriodChoiceProps) {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const words = usePeriodWords()
  const preset = presetOf(period, today)
  const value = `${words(period)}${days === undefined ? '' : t('period.days', { count: days })}`
  return (
    <ChoiceButton label={t('period.label')} value={value} title={t('period.title')}>
      {(close) => {
        const choose = (chosen: Period) => {
          close()
          onChoose(chosen)
        }
        return (
          <>
            <OptionList
              label={t('period.title')}
              options={PRESETS.map((name) => ({
                key: name,
                label: t(`period.${name}`, { year: fiscalYear(presetPeriod('year', today).to, language) }),
                chosen: name === preset,
                onChoose: () => choose(presetPeriod(name, today)),
              }))}
            />
            <DaysForm period={period} submit={t('period.apply')} onChoose={choose} />
            <p className="text-sm text-quiet">{t('period.note')}</p>
          </>
        )
      }}
    </ChoiceButton>
  )
}
