-- How high is each area of each assessment? Levels in hundredths; what is open counts as 1 in low and as 5 in high.
-- An area in which nothing applies has no row. Whole numbers, rounded half up: what is divided has no remainder.

WITH summed AS (
    SELECT area_need.assessment, area_need.area, area_need.target, area_need.importance,
           2 * SUM(area_indicator.weight) AS twice,
           SUM(area_indicator.weight) AS weight,
           SUM(CASE WHEN indicator_level.level = indicator_level.highest THEN area_indicator.weight ELSE 0 END) AS known,
           200 * SUM(area_indicator.weight * COALESCE(indicator_level.level, 1)) + SUM(area_indicator.weight) AS least,
           200 * SUM(area_indicator.weight * COALESCE(indicator_level.highest, 5)) + SUM(area_indicator.weight) AS most
    FROM area_need
    JOIN area_indicator ON area_indicator.area = area_need.area
    LEFT JOIN indicator_level
        ON indicator_level.assessment = area_need.assessment
        AND indicator_level.indicator = area_indicator.indicator
    WHERE indicator_level.level IS NULL OR indicator_level.level > 0
    GROUP BY area_need.assessment, area_need.area, area_need.target, area_need.importance
)

SELECT assessment, area, CAST(target AS INTEGER) AS target, CAST(importance AS INTEGER) AS importance,
       CAST(known AS INTEGER) AS known, CAST(weight AS INTEGER) AS weight,
       CAST((least - MOD(least, twice)) / twice AS INTEGER) AS low,
       CAST((most - MOD(most, twice)) / twice AS INTEGER) AS high
FROM summed
ORDER BY assessment ASC NULLS LAST, area ASC NULLS LAST
