import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Card } from '#/ui/Card'
import { Notice } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { TextField } from '#/ui/TextField'
import { floorsOptions } from './queries'
import { type NewDisplayLink, useDisplays } from './useDisplays'

interface NewDisplayProps {
  day: string
  onDone: (display: NewDisplayLink) => void
  onClose: () => void
}

/** A screen to be set up: which floor, where it hangs, and whether it may show names. */
export function NewDisplay({ day, onDone, onClose }: NewDisplayProps) {
  const { t } = useTranslation('displays')
  const words = useProblemWords()
  const { setUp } = useDisplays()
  const floors = useQuery(floorsOptions(day))
  const [floor, setFloor] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [names, setNames] = useState(false)
  const [missing, setMissing] = useState(false)
  if (floors.isPending) return <SkeletonLines lines={3} className="h-12" />
  const chosen = floor ?? String(floors.data?.[0]?.id ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '' || chosen === '') return
    setUp.mutate({ floor: Number(chosen), name: name.trim(), names }, { onSuccess: onDone })
  }
  return (
    <Card label={t('displays.new')}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Select
          label={t('displays.floor')}
          value={chosen}
          options={(floors.data ?? []).map(({ id, name: floorName }) => ({
            value: String(id),
            label: floorName,
          }))}
          onChange={setFloor}
          className="max-w-80"
        />
        <TextField
          label={t('displays.name')}
          hint={t('displays.nameHint')}
          value={name}
          maxLength={60}
          error={missing && name.trim() === '' ? t('displays.nameMissing') : null}
          onChange={setName}
          className="max-w-120"
        />
        <label className="flex min-h-11 cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            checked={names}
            onChange={(event) => setNames(event.target.checked)}
            className="mt-1 size-6 shrink-0 accent-accent"
          />
          <span>
            <span className="block font-bold">{t('displays.names')}</span>
            <span className="block text-sm text-quiet">{t('displays.namesLead')}</span>
          </span>
        </label>
        {setUp.error && <Notice tone="warn">{words(setUp.error).title}</Notice>}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" kind="primary" busy={setUp.isPending}>
            {t('displays.make')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('displays.close')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
