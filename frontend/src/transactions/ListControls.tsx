import { CheckIcon, MixerHorizontalIcon } from '@radix-ui/react-icons'
import { Button, Flex, SegmentedControl, Text } from '@radix-ui/themes'
import { memo, useId, useState } from 'react'
import { FIELDS, ITEM_COUNTS, type ItemCount, type Shown } from './fields'

interface Props {
  readonly items: ItemCount
  readonly onItems: (items: ItemCount) => void
  readonly shown: Shown
  readonly onShown: (shown: Shown) => void
}

/** How many transactions, and which fields of them. Not drawn again for each transaction that comes. */
export const ListControls = memo(function ListControls({ items, onItems, shown, onShown }: Props) {
  const itemsLabel = useId()
  const fieldsLabel = useId()
  const [open, setOpen] = useState(false)
  return (
    <Flex direction="column" gap="3" className="list-controls">
      <Flex align="center" gap="3" wrap="wrap" justify="between">
        <Flex align="center" gap="3" wrap="wrap">
          <Text size="2" color="gray" id={itemsLabel}>
            Items shown
          </Text>
          <SegmentedControl.Root
            size="1"
            value={String(items)}
            onValueChange={(value) => onItems(Number(value) as ItemCount)}
            aria-labelledby={itemsLabel}
          >
            {ITEM_COUNTS.map((count) => (
              <SegmentedControl.Item key={count} value={String(count)} id={`items-${count}`}>
                {count}
              </SegmentedControl.Item>
            ))}
          </SegmentedControl.Root>
        </Flex>
        <Button variant="soft" color="gray" size="1" aria-expanded={open} aria-controls={fieldsLabel} onClick={() => setOpen(!open)} className="fields-button">
          <MixerHorizontalIcon aria-hidden /> Fields
        </Button>
      </Flex>
      <Flex id={fieldsLabel} gap="2" wrap="wrap" role="group" aria-label="Fields shown" className="fields" data-open={open}>
        {FIELDS.map(({ name, label }) => (
          <Button
            key={name}
            id={`show-${name}`}
            size="1"
            radius="full"
            variant={shown[name] ? 'soft' : 'outline'}
            color={shown[name] ? 'indigo' : 'gray'}
            aria-pressed={shown[name]}
            onClick={() => onShown({ ...shown, [name]: !shown[name] })}
          >
            {shown[name] && <CheckIcon aria-hidden />}
            {label}
          </Button>
        ))}
      </Flex>
    </Flex>
  )
})
