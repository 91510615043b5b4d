import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#/api/client'
import { draftsOptions } from '#/api/layout-drafts'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { SectionHeading } from '#/ui/SectionHeading'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { DxfFloor, type FloorWish, isFloorCode } from './DxfFloor'
import type { DxfDrawing } from './dxf-drawing'

interface DxfChoicesProps {
  drawing: DxfDrawing
  today: string
  onOpen: (draft: number) => void
}

const NO_TAG = ''

/** Which blocks are desks, which layers are drawn behind them, how large, on which floor. */
export function DxfChoices({ drawing, today, onOpen }: DxfChoicesProps) {
  const { t } = useTranslation('places')
  const words = useProblemWords()
  const cache = useQueryClient()
  const floors = useQuery(api.queryOptions('get', '/floors/', {}))
  const buildings = useQuery(api.queryOptions('get', '/buildings/', {}))
  const [blocks, setBlocks] = useState<readonly string[]>(() =>
    drawing.blocks.filter((block) => block.desk_like).map(({ name }) => name),
  )
  const [layers, setLayers] = useState<readonly string[]>(() => drawing.layers.map(({ name }) => name))
  const [scale, setScale] = useState(String(drawing.metres_per_unit))
  const [chosen, setChosen] = useState<FloorWish | null>(null)
  const [day, setDay] = useState(today)
  const [code, setCode] = useState<string | null>(null)
  const [tag, setTag] = useState(NO_TAG)
  const [keepAreas, setKeepAreas] = useState(true)
  const wish = chosen ?? {
    floor: floors.data?.[0]?.id ?? null,
    building: buildings.data?.[0]?.id ?? null,
    code: '',
  }
  const isNew = wish.floor === null
  const floorCode = floors.data?.find((one) => one.id === wish.floor)?.code ?? wish.code
  const goesSomewhere = isNew ? wish.building !== null && isFloorCode(wish.code) : true
  const firstCode = code ?? `${floorCode.padStart(2, '0')}A-001`
  const metresPerUnit = Number(scale)
  const ratio = metresPerUnit / drawing.metres_per_unit
  const desks = drawing.blocks
    .filter(({ name }) => blocks.includes(name))
    .reduce((sum, block) => sum + block.count, 0)
  const tags = [
    ...new Set(
      drawing.blocks.filter(({ name }) => blocks.includes(name)).flatMap((block) => block.attributes),
    ),
  ]
  const make = useMutation({
    mutationFn: async () => {
      const { data } = await client.POST('/dxf-drawings/{id}/draft/', {
        params: { path: { id: drawing.id } },
        body: {
          ...(wish.floor === null
            ? { building: wish.building ?? 0, floor_code: wish.code.normalize('NFKC').trim() }
            : { floor: wish.floor }),
          effective_from: day,
          name: drawing.file_name,
          desk_blocks: [...blocks],
          background_layers: [...layers],
          metres_per_unit: metresPerUnit,
          first_code: firstCode,
          number_attribute: tag,
          keep_areas: keepAreas && !isNew,
        },
      })
      if (!data) throw new Error('a draft made without an answer')
      return data
    },
    onSuccess: (draft) => {
      void cache.invalidateQueries({ queryKey: draftsOptions().queryKey })
      onOpen(draft.id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className="flex flex-col gap-8" onSubmit={submit}>
      {drawing.warnings.map((warning) => (
        <Notice key={warning.code}>{warning.words}</Notice>
      ))}
      <figure>
        <img
          className="dxf-preview"
          src={drawing.preview_url}
          alt={t('dxf.preview', { file: drawing.file_name })}
        />
        <figcaption className="mt-1 text-sm text-quiet">
          {t('dxf.size', {
            width: (drawing.width * ratio).toFixed(1),
            height: (drawing.height * ratio).toFixed(1),
          })}
        </figcaption>
      </figure>
      <div className="grid gap-8 rail:grid-cols-2">
        <section aria-labelledby="dxf-blocks">
          <SectionHeading id="dxf-blocks" note={t('dxf.desksFound', { count: desks })}>
            {t('dxf.blocks')}
          </SectionHeading>
          <ul className="mt-2">
            {drawing.blocks.map((block) => (
              <li key={block.name} className="border-b border-hair">
                <Check
                  checked={blocks.includes(block.name)}
                  onChange={() => setBlocks(toggled(blocks, block.name))}
                  words={block.name}
                  note={t('dxf.blockNote', {
                    count: block.count,
                    width: (block.width * ratio).toFixed(2),
                    height: (block.height * ratio).toFixed(2),
                    layer: block.layer,
                  })}
                />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="dxf-layers">
          <SectionHeading id="dxf-layers">{t('dxf.layers')}</SectionHeading>
          <ul className="mt-2">
            {drawing.layers.map((layer) => (
              <li key={layer.name} className="border-b border-hair">
                <Check
                  checked={layers.includes(layer.name)}
                  onChange={() => setLayers(toggled(layers, layer.name))}
                  words={layer.name}
                  note={t('dxf.layerNote', { count: layer.entities })}
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section className="flex flex-col gap-4" aria-labelledby="dxf-floor">
        <SectionHeading id="dxf-floor">{t('dxf.where')}</SectionHeading>
        <div className="places-fields grid max-w-160 items-end gap-4 rail:grid-cols-2">
          {floors.data && (
            <DxfFloor
              wish={wish}
              floors={floors.data}
              buildings={buildings.data ?? []}
              onChange={setChosen}
            />
          )}
          <TextField
            label={t('editor.effectiveFrom')}
            type="date"
            min={today}
            value={day}
            onChange={setDay}
          />
          <TextField
            label={t('dxf.scale')}
            hint={t('dxf.scaleHint', { units: drawing.units })}
            inputMode="decimal"
            value={scale}
            onChange={setScale}
            error={metresPerUnit > 0 ? null : t('dxf.scaleWrong')}
          />
          <TextField
            label={t('editor.numbering.pattern')}
            hint={t('editor.numbering.hint')}
            value={firstCode}
            onChange={setCode}
          />
          {tags.length > 0 && (
            <Select
              label={t('dxf.tag')}
              value={tag}
              options={[
                { value: NO_TAG, label: t('dxf.noTag') },
                ...tags.map((one) => ({ value: one, label: one })),
              ]}
              onChange={setTag}
            />
          )}
        </div>
        {!isNew && <Check checked={keepAreas} onChange={setKeepAreas} words={t('dxf.keepAreas')} />}
      </section>
      {make.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(make.error).title}</p>
          {words(make.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <Button
        kind="primary"
        type="submit"
        className="self-start"
        busy={make.isPending}
        isDisabled={
          !floors.isSuccess || !goesSomewhere || !(metresPerUnit > 0) || (desks === 0 && layers.length === 0)
        }
      >
        {t('dxf.make', { count: desks })}
      </Button>
    </form>
  )
}

interface CheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  words: string
  note?: string
}

function Check({ checked, onChange, words, note }: CheckProps) {
  return (
    <label className="check-line">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {words} {note && <span className="text-sm text-quiet">{note}</span>}
      </span>
    </label>
  )
}

function toggled(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name]
}
