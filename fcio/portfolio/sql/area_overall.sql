-- How high are all areas of each assessment together? Weighted by importance, in hundredths, rounded half up.

WITH summed AS (
    SELECT assessment,
           2 * SUM(importance) AS twice,
           SUM(known) AS known,
           2 * SUM(importance * low) + SUM(importance) AS least,
           2 * SUM(importance * high) + SUM(importance) AS most
    FROM area_score
    GROUP BY assessment
)

SELECT assessment, CAST(known AS INTEGER) AS known,
       CAST((least - MOD(least, twice)) / twice AS INTEGER) AS low,
       CAST((most - MOD(most, twice)) / twice AS INTEGER) AS high
FROM summed
ORDER BY assessment ASC NULLS LAST
