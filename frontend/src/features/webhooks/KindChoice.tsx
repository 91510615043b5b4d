import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { SkeletonLines } from '#/ui/Skeleton'
import { inGroups, toggledAll } from './kinds'
import { kindsOptions } from './queries'
import { useKindWords } from './useKindWords'

interface KindChoiceProps {
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** What is wrong with what is chosen. */
  error: string | null
}

/** Which events are sent: in groups, each with a way to take all of them. */
export function KindChoice({ chosen, onChange, error }: KindChoiceProps) {
  const { t } = useTranslation('webhooks')
  const kindWords = useKindWords()
  const kinds = useQuery(kindsOptions()).data
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name])
  return (
    <fieldset className="min-w-0">
      <legend className="font-bold">{t('form.kinds')}</legend>
      <p className="text-sm text-quiet">{t('form.kindsHint')}</p>
      {error && (
        <p role="alert" className="text-sm font-bold text-danger">
          {error}
        </p>
      )}
      {!kinds && <SkeletonLines lines={4} className="h-10" />}
      <div className="mt-3 grid gap-x-8 gap-y-5 rail:grid-cols-2">
        {inGroups(kinds ?? []).map(({ group, names }) => (
          <fieldset key={group} className="min-w-0">
            <legend className="sr-only">{t(`group.${group}`)}</legend>
            <div className="flex flex-wrap items-center justify-between gap-x-3 border-b border-card pb-1">
              <p aria-hidden="true" className="font-bold">
                {t(`group.${group}`)}
              </p>
              <Button
                kind="link"
                size="small"
                aria-label={t(names.every((name) => chosen.includes(name)) ? 'form.noneOf' : 'form.allOf', {
                  group: t(`group.${group}`),
                })}
                onPress={() => onChange(toggledAll(chosen, names))}
              >
                {t(names.every((name) => chosen.includes(name)) ? 'form.none' : 'form.all')}
              </Button>
            </div>
            {names.map((name) => (
              <label key={name} className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={() => toggle(name)}
                  className="size-6 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  {kindWords(name)}
                  <span className="block font-mono text-xs break-all text-quiet">{name}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}
